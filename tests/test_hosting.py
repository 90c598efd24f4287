"""The files that a partnership copies to its hosts: they parse, give no right too many, and say the policy of the pages."""

import json
import os
import re
import shlex
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from shutil import which

import pytest
import yaml

from c2site.build.robots import SHARED, headers
from c2site.render.reports.comment import MARKER, MOST_BYTES, comment
from c2site.render.reports.proposal import Group, Review, Section, Table
from c2site.render.web.policy import POLICY
from tests.conftest import REPOSITORY
from tests.hostile.payloads import ADDRESSES, VISIBLE

DOCS = REPOSITORY / "docs"
GITHUB = sorted((DOCS / "hosting" / "github").glob("*.yml"))
GITLAB = DOCS / "hosting" / "gitlab" / "gitlab-ci.yml"
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}")
WITH_HEADERS = [DOCS / "hosting.md", DOCS / "hosting" / "portal-headers.conf", DOCS / "hosting" / "Caddyfile"]


def workflow(path: Path) -> dict:
    # YAML 1.1 reads the key `on` as true.
    return yaml.safe_load(path.read_text(encoding="utf-8").replace("\non:\n", '\n"on":\n'))


def steps(path: Path) -> list[dict]:
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


def publishing(path: Path) -> bool:
    """Return whether a workflow has a right to write: then it runs nothing of the repository."""
    return path.name not in ("build.yml", "review.yml")


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_and_say_their_version(path: Path):
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert used
    for one in used:
        assert re.fullmatch(PINNED.pattern + r" # v\d+\.\d+\.\d+", one), one


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)
def test_no_workflow_hands_secrets_to_a_pull_request(path: Path):
    said = workflow(path)
    assert set(said["on"]) <= {"pull_request", "push", "workflow_run"}
    assert said["permissions"] == ({} if publishing(path) else {"contents": "read"})


@pytest.mark.parametrize("path", [path for path in GITHUB if not publishing(path)], ids=lambda path: path.name)
def test_building_may_read_and_nothing_else(path: Path):
    assert all("permissions" not in job and "environment" not in job for job in workflow(path)["jobs"].values())
    assert not re.search(r"\$\{\{\s*secrets", path.read_text(encoding="utf-8"))
    checkout = next(step for step in steps(path) if "actions/checkout" in step.get("uses", ""))
    assert checkout["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", [path for path in GITHUB if publishing(path) and path.name != "comment.yml"], ids=lambda path: path.name)
def test_publishing_runs_nothing_of_the_repository_and_only_after_a_push_to_main(path: Path):
    text = path.read_text(encoding="utf-8")
    assert "checkout" not in re.sub(r"#.*", "", text)
    assert list(workflow(path)["on"]) == ["workflow_run"]
    for job in workflow(path)["jobs"].values():
        for needed in ("conclusion == 'success'", "event == 'push'", "head_branch == 'main'", "head_repository.full_name == github.repository"):
            assert needed in job["if"]
        assert set(job["permissions"]) <= {"actions", "pages", "id-token"}
        assert job["permissions"]["actions"] == "read"
        assert job["environment"]


def commenting() -> tuple[dict, dict]:
    """Return the job that comments at GitHub, and its last step."""
    (job,) = workflow(DOCS / "hosting" / "github" / "comment.yml")["jobs"].values()
    return job, job["steps"][-1]


def test_commenting_may_comment_and_runs_nothing_of_the_repository():
    job, step = commenting()
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert [one.get("uses", "").split("@")[0] for one in job["steps"]] == ["actions/download-artifact", ""]
    assert "event == 'pull_request'" in job["if"] and "conclusion == 'success'" in job["if"]
    commands = {words[0] for line in step["run"].splitlines() if (words := line.split())}
    assert commands <= {"file=review/pr.md", "if", "fi", "else", "iconv", "tail", "sed", "number=$(gh", "printf", "jq", "old=$(gh", "gh"}


def test_which_pull_request_it_is_is_asked_of_the_host_and_never_read_from_the_report():
    _, step = commenting()
    assert "select(.head.sha == $commit)" in step["run"]
    assert step["env"]["COMMIT"] == "${{ github.event.workflow_run.head_sha }}"
    assert "comment.md" not in step["run"].split("number=", 1)[1].split("\n", 1)[0]


@cache
def sieves() -> dict[str, tuple[str, dict[str, str]]]:
    """Return what each host's job does before it takes a text for the report's, and the variables it does it with."""
    job, gitlab = commenting()[1], yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["comment"]
    (script,) = gitlab["script"]
    return {
        "github": (job["run"].split("\nnumber=")[0], job["env"]),
        "gitlab": (f"set -eo pipefail\n{re.search(r'^fit.*?^}$', script, re.MULTILINE | re.DOTALL)[0]}\nfit", gitlab["variables"]),
    }


def refused(host: str, text: str, folder: Path) -> bool:
    script, variables = sieves()[host]
    for path in (folder / "pr.md", folder / "review" / "pr.md"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return subprocess.run(["bash", "-ec", script], cwd=folder, env=os.environ | variables, capture_output=True, check=False).returncode != 0


FOREIGN = (
    "@everyone", "see @you", r"\@everyone", "&#64;all", r"@\_you", "@you\n", "<img src=x>", r"\\<img src=//evil.example/x.png>", r"`\`<b>", "see <b>", "</details>", "<!-- x",
    "[x](y)", "[Approve][x]\n\n[x]: https:\\/\\/evil.example", "[Approve][x]\n\n[x]: //evil.example", "[x]", "![a][x]", r"\[x\][y]", "https://a.example", r"https:\//a.example",
    "https&#58;//a.example", "WWW.a.example", r"www\.a.example", "mailto:a@b.example", "> x", "_x_", "~x~", "~bug", "$x$", "{+ x +}", "#12", "a/b#12", "!12", "/close", "  /label x",
    "x\r/close", "x\0<b>", "```mermaid\nclick A href '//evil.example'\n```", "x\\", "x\\\ny",
)  # fmt: skip


def everywhere(texts: Iterable[str]) -> str:
    """Return a report that says every text at every place that a comment has."""
    sections = (Section(text, text, (Group(text, (text,)),), Table((text, text), ((text, text),))) for text in texts)
    return comment(Review("x", tuple(sections), (), "<b>@you", "<b>@you"), "pr.html")


@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_a_comment_with_links_markup_mentions_or_commands_is_refused(host: str, tmp_path: Path):
    assert [text for text in FOREIGN if not refused(host, f"{MARKER}\n## x\n\n{text}\n", tmp_path)] == []


@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_what_the_report_writes_is_never_refused(host: str, tmp_path: Path):
    assert not refused(host, (REPOSITORY / "tests/build/reviews/en.md").read_text(encoding="utf-8"), tmp_path)
    assert [texts for texts in (VISIBLE, ADDRESSES, FOREIGN, ("mywww.example", "@ไทย", "@\u0e31", "@é")) if refused(host, everywhere(texts), tmp_path)] == []
    assert refused(host, everywhere(["x"]).replace(MARKER, ""), tmp_path)


def test_the_sign_of_our_comment_is_the_one_the_jobs_look_for():
    gitlab = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["comment"]["variables"]
    assert commenting()[1]["env"]["MARKER"] == gitlab["MARKER"] == MARKER
    assert MOST_BYTES < 60_000


def test_gitlab_comments_by_schedule_alone_and_without_the_repository():
    jobs = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    assert [rule["if"] for rule in jobs["comment"]["rules"]] == ['$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_PIPELINE_SOURCE == "schedule"']
    assert jobs["comment"]["variables"]["GIT_STRATEGY"] == "none"
    assert [name for name, job in jobs.items() if "REVIEW_TOKEN" in str(job)] == ["comment"]
    assert [rule["if"] for rule in jobs["review"]["rules"]] == ['$CI_PIPELINE_SOURCE == "merge_request_event"']


# GitLab, as far as the job asks it: one merge request with two pages of notes, the second of which is a file of the test's.
ANSWERS = """#!/bin/bash
case "$*" in
  */user) echo '{"id": 7}' ;;
  */merge_requests[?]*) echo '[{"iid": 3, "sha": "abc"}]' ;;
  */pipelines) echo '[{"id": 5, "sha": "abc", "project_id": 1}]' ;;
  */jobs[?]*) echo '[{"id": 9, "name": "review"}]' ;;
  */pr.md) cat report.md ;;
  */notes[?]*page=2) cp second.json notes.json ;;
  */notes[?]*) echo '[{"id": 11, "author": {"id": 8}, "body": "x"}]' > notes.json; printf 2 ;;
  *) echo "${@: -4}" >> asked ;;
esac
"""


@pytest.mark.skipif(not which("jq"), reason="the job needs jq")
@pytest.mark.parametrize(("author", "asked"), [(7, "PUT --form body=<comment.md host/projects/1/merge_requests/3/notes/12"), (8, "POST --form body=<comment.md host/projects/1/merge_requests/3/notes")])
def test_gitlab_renews_its_comment_on_whatever_page_of_notes_it_stands(author: int, asked: str, tmp_path: Path):
    for name, text in {"curl": ANSWERS, "report.md": everywhere(["x"]), "second.json": json.dumps([{"id": 12, "author": {"id": author}, "body": MARKER}])}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "curl").chmod(0o755)
    job = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["comment"]
    given = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "PROJECT": "host/projects/1", "CI_API_V4_URL": "host", "CI_PROJECT_ID": "1", "CI_PROJECT_URL": "x", "REVIEW_TOKEN": "x"}
    subprocess.run(["bash", "-eo", "pipefail", "-c", job["script"][0]], cwd=tmp_path, env=job["variables"] | given, check=True, timeout=20)
    assert (tmp_path / "asked").read_text(encoding="utf-8") == f"{asked}\n"


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)
def test_no_value_of_an_event_is_pasted_into_a_script(path: Path):
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


def test_gitlab_publishes_without_the_repository_and_from_the_default_branch_only():
    jobs = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    assert jobs["pages"]["variables"]["GIT_STRATEGY"] == "none"
    assert jobs["pages"]["needs"] == ["build"]
    assert [rule["if"] for rule in jobs["pages"]["rules"]] == ['$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_PIPELINE_SOURCE != "merge_request_event" && $CI_PIPELINE_SOURCE != "schedule"']
    assert {shlex.split(line)[0] for line in jobs["pages"]["script"]} == {"mv", "find"}
    assert "environment" not in jobs["build"]


@pytest.mark.parametrize("path", [*GITHUB, GITLAB], ids=lambda path: path.name)
def test_editors_changes_are_checked_with_both_ends_of_a_rename(path: Path):
    text = path.read_text(encoding="utf-8")
    if "--changed-files" in text:
        assert "git diff --name-only --no-renames -z" in text
        assert "--role editor" in text
    else:
        assert path.name != "build.yml" and path != GITLAB


def sent() -> dict[str, str]:
    """Return the response headers that every build writes for all pages."""
    block = headers().split("/assets/*")[0]
    return dict(line.strip().split(": ", 1) for line in block.splitlines() if ": " in line)


@pytest.mark.parametrize("path", WITH_HEADERS, ids=lambda path: path.name)
def test_hosts_say_the_policy_of_the_pages(path: Path):
    text = path.read_text(encoding="utf-8")
    assert f"{POLICY}; frame-ancestors 'none'" in text
    for name, value in sent().items():
        assert re.search(rf"{name}[\": ]+{re.escape(value)}", text), name


def test_nginx_sends_the_headers_of_every_build_and_no_others():
    text = (DOCS / "hosting" / "portal-headers.conf").read_text(encoding="utf-8")
    assert dict(re.findall(r'^add_header ([\w-]+) "(.*)" always;$', text, re.MULTILINE)) == sent()


def test_nginx_sends_no_header_less_with_the_editors_page():
    block = (DOCS / "hosting" / "nginx.conf").read_text(encoding="utf-8").split("location ^~ /admin/ {")[1].split("}")[0]
    its_own = {"Content-Security-Policy", "Cross-Origin-Opener-Policy", "Referrer-Policy"}
    said = dict(re.findall(r'add_header ([\w-]+) "(.*)" always;', block))
    assert its_own <= set(said)
    assert {name: said.get(name) for name in set(sent()) - its_own} == {name: value for name, value in sent().items() if name not in its_own}


def test_nginx_knows_what_every_build_writes_for_hosts():
    text = (DOCS / "hosting" / "nginx.conf").read_text(encoding="utf-8")
    for needed in ("include /srv/portal/site/_gone.map;", "include /srv/portal/site/_moved.map;", "return 301 $moved$is_args$args;", "error_page 410 @gone;", "error_page 404 /404.html;", "include portal-headers.conf;", "immutable"):
        assert needed in text


def test_hosts_let_programs_of_other_sites_read_the_data():
    told = headers()
    for folder in SHARED:
        assert f"/{folder}/*\n  Access-Control-Allow-Origin: *\n" in told
    assert f'~^/({"|".join(SHARED)})/ "*";' in (DOCS / "hosting" / "nginx.conf").read_text(encoding="utf-8")
    assert f"@data path {' '.join(f'/{folder}/*' for folder in SHARED)}\n" in (DOCS / "hosting" / "Caddyfile").read_text(encoding="utf-8")


def test_every_file_for_hosts_is_named_in_the_text():
    text = (DOCS / "hosting.md").read_text(encoding="utf-8")
    files = [path.relative_to(DOCS).as_posix() for path in (DOCS / "hosting").rglob("*") if path.is_file()]
    assert [path for path in files if path not in text] == []
    assert [link for link in re.findall(r"\]\((hosting/[^)]*)\)", text) if not (DOCS / link).exists()] == []
