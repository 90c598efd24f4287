"""The files that a partnership copies to its hosts: they parse, give no right too many, and say the policy of the pages."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from c2site.build.robots import SHARED, headers
from c2site.render.web.policy import POLICY
from tests.conftest import REPOSITORY

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
    return path.name != "build.yml"


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


def test_building_may_read_and_nothing_else():
    (path,) = (one for one in GITHUB if not publishing(one))
    assert all("permissions" not in job and "environment" not in job for job in workflow(path)["jobs"].values())
    assert not re.search(r"\$\{\{\s*secrets", path.read_text(encoding="utf-8"))
    checkout = next(step for step in steps(path) if "actions/checkout" in step.get("uses", ""))
    assert checkout["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", [path for path in GITHUB if publishing(path)], ids=lambda path: path.name)
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


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)
def test_no_value_of_an_event_is_pasted_into_a_script(path: Path):
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


def test_gitlab_publishes_without_the_repository_and_from_the_default_branch_only():
    jobs = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    assert jobs["pages"]["variables"]["GIT_STRATEGY"] == "none"
    assert jobs["pages"]["needs"] == ["build"]
    assert [rule["if"] for rule in jobs["pages"]["rules"]] == ['$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_PIPELINE_SOURCE != "merge_request_event"']
    assert {shlex.split(line)[0] for line in jobs["pages"]["script"]} == {"mv", "find"}
    assert "environment" not in jobs["build"]


@pytest.mark.parametrize("path", [*GITHUB, GITLAB], ids=lambda path: path.name)
def test_editors_changes_are_checked_with_both_ends_of_a_rename(path: Path):
    text = path.read_text(encoding="utf-8")
    if "--changed-files" in text:
        assert "git diff --name-only --no-renames -z" in text
        assert "--role editor" in text
    else:
        assert publishing(path) and path != GITLAB


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
