"""The brand's files for partners: logos, sheets, grounds of slides, each alone and all in one archive; an unchanged brand costs nothing."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from c2site.build.cache import Cache, key_of, packed, unpacked
from c2site.build.output import Output
from c2site.build.prepare import Prepared, brand_texts, brand_tokens
from c2site.build.typesetter import drawing_key, stage_type
from c2site.catalogue import Portal
from c2site.render.brand.drawn import Job, pages
from c2site.render.brand.examples import SLIDE, examples, slides
from c2site.render.brand.lockups import lockups, signs, words, words_job
from c2site.render.brand.marks import box
from c2site.render.brand.sheet import sheet
from c2site.render.printed.pictures import colours, plan
from c2site.render.tokens import Tokens, palette
from c2site.render.web.brandbook import script_readers
from c2site.render.web.lookups import partner_tones, plan_of

FOLDER, EXAMPLES = "brand", "examples/"
SIGN_WIDTHS, LOCKUP_WIDTH = (64, 256, 1024), 1600
PLAN = (300, 200)

Files = dict[str, bytes]


def write_brand(prepared: Prepared, out: Output) -> None:
    """Write the brand's files below brand/."""
    settings, portal = prepared.settings, prepared.portal
    with portal.asked.noting():
        made = _Made(portal, brand_tokens(settings.brand), brand_texts(settings.brand), settings.theme)
        files = unpacked(Cache(settings.cache).made(made.key, lambda: packed(made.files())))
    files["tokens.json"] = (settings.brand / "tokens.json").read_bytes()
    for name, content in files.items():
        out.write(f"{FOLDER}/{name}", content)
    out.write(f"{FOLDER}/{portal.profiles.partnership.id}-brand.zip", packed({name: content for name, content in files.items() if not name.startswith(EXAMPLES)}))


class _Made:
    """What the files are made of; `key` is a digest of it."""

    def __init__(self, portal: Portal, tokens: Tokens, texts: Mapping[str, str], theme: Path) -> None:
        self.portal, self.tokens, self.texts, self.theme = portal, tokens, texts, theme
        self.logo = texts["logo"]
        self.readers = script_readers(portal)
        shades = {**colours(tokens), "deep": palette(tokens, "dark")["deep"]}
        self.plans = [plan(*plan_of(portal, portal.profiles.clusters[key]), PLAN, shades) for key in portal.profiles.partnership.clusters]
        self.plan_of_all = plan(portal.profiles.partnership.id, partner_tones(portal), 6, (240, 240), shades)
        self.words = words_job(portal.profiles.partnership, list(self.readers.values()), palette(tokens)["ink"])

    @property
    def key(self) -> str:
        """The digest of everything the files rest on."""
        told = [self.tokens, self.texts, self.words, self.plans, self.plan_of_all, list(self.sheets({}).values())]
        drawn = drawing_key(self.theme, "words.typ", "brand.typ", "pictures.typ")
        return key_of("brand 1", drawn, json.dumps(told, ensure_ascii=False, sort_keys=True))

    def files(self) -> Files:
        """Return every file by name."""
        with TemporaryDirectory(prefix="c2site-brand-") as folder:
            stage_type(self.theme, Path(folder))
            stage = Path(folder)
            drawn = self._drawings(stage)
            shown = {**drawn, "lockup": drawn[f"lockup-{next(iter(self.readers), 'latn')}"]}
            sheets = {f"sheet-{tag.lower()}.pdf": pages(Job("brand.typ", data, "pdf"), stage, stage / "fonts")[0] for tag, data in self.sheets(shown).items()}
            return {**_named(drawn), **self._pixels(drawn, stage), **sheets}

    def sheets(self, drawings: Mapping[str, str]) -> dict[str, dict]:
        """Return what each reader's sheet shows."""
        emblem = self.texts.get("emblem-eu", "")
        return {reader.tag: sheet(self.portal, reader, self.tokens, drawings, self.plans, emblem) for reader in self.portal.readers}

    def _drawings(self, stage: Path) -> dict[str, str]:
        name, *lines = (words(one.decode()) for one in pages(Job("words.typ", self.words), stage, stage / "fonts"))
        by_script = {script: (line, reader.direction == "rtl") for (script, reader), line in zip(self.readers.items(), lines, strict=True)}
        drawn = dict(signs(self.logo, self.tokens)) | dict(lockups(self.logo, self.tokens, name, by_script, self.words["ink"]))
        first = drawn[f"lockup-{next(iter(by_script))}"]
        return {**drawn, **examples(self.logo, self.tokens, first, self.plan_of_all), **slides(self.portal, self.logo, self.tokens)}

    def _pixels(self, drawn: Mapping[str, str], stage: Path) -> Files:
        wanted = list(_widths(drawn))
        job = Job("pictures.typ", [_sized(drawn[name], width) for name, width, _ in wanted], "png")
        return {file: png for (_, _, file), png in zip(wanted, pages(job, stage, stage / "fonts"), strict=True)}


def _named(drawn: Mapping[str, str]) -> Files:
    return {f"{EXAMPLES if not name.startswith(('sign', 'lockup', 'stacked', 'slide')) else ''}{name}.svg": text.encode() for name, text in drawn.items()}


def _widths(drawn: Mapping[str, str]) -> Iterable[tuple[str, int, str]]:
    """Yield (drawing, width in pixels, file name) of every picture in pixels."""
    for name in drawn:
        if name.startswith("sign"):
            yield from ((name, width, f"{name}-{width}.png") for width in SIGN_WIDTHS)
        elif name.startswith(("lockup", "stacked")):
            yield name, LOCKUP_WIDTH, f"{name}.png"
        elif name.startswith("slide"):
            yield name, SLIDE[0], f"{name}.png"


def _sized(drawing: str, width: int) -> dict[str, object]:
    _, _, wide, high = box(drawing)
    return {"svg": drawing, "width": width, "height": round(width * high / wide)}
