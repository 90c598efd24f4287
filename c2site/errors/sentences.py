"""Every sentence an editor can be told, by code: one table, so that none is written twice."""

import string
from collections.abc import Mapping
from typing import NamedTuple


class Sentence(NamedTuple):
    """`hint` is left out when a value it names is empty (no near match was found, say); `otherwise` is told instead."""

    severity: str
    message: str
    hint: str = ""
    otherwise: str = ""

    def hint_with(self, values: Mapping[str, str]) -> str:
        """Return the hint filled in from `values`, or what is told when one of them is empty."""
        needs = [name for _, name, _, _ in string.Formatter().parse(self.hint) if name]
        return (self.hint if all(values.get(name) for name in needs) else self.otherwise).format(**values)


def error(message: str, hint: str = "", otherwise: str = "") -> Sentence:
    """Return a sentence for a problem that keeps the record out of the site."""
    return Sentence("error", message, hint, otherwise)


def warning(message: str, hint: str = "", otherwise: str = "") -> Sentence:
    """Return a sentence for a problem the site can live with."""
    return Sentence("warning", message, hint, otherwise)


def note(message: str) -> Sentence:
    """Return a sentence about something that is not known yet; shown on request only."""
    return Sentence("note", message)


SENTENCES: dict[str, Sentence] = {
    # files
    "file-too-large": error(
        "the file has {found} bytes; {allowed} are allowed", "Move long texts out or split the record."
    ),
    "file-not-text": error("the file is not plain text, or not in UTF-8", "Open it in a text editor and save it again with the encoding UTF-8."),
    "file-not-regular": error("this is {found}, not an ordinary file", "Put a real file here; links are not followed."),
    "file-unreadable": error("the file cannot be read: {found}"),
    "file-empty": error("the file is empty", "Write the record with `c2site new`, or remove the file."),
    "file-name": error(
        "the file name `{found}` cannot be an id; lower-case letters a–z, digits and hyphens are allowed",
        "Rename it to `{nearest}`.",
    ),
    "file-ending": error("`{found}` is not read; records end in `.yml`", "Rename it to `{nearest}`."),
    "file-place": error("`{found}` lies in a folder that holds no records", "Folders are: {allowed}."),
    "missing-file": error("the file is missing", "Every partnership needs it; `c2site new {kind}` writes one."),
    # YAML
    "yaml-syntax": error("the file cannot be understood from here on", "{nearest}", "Compare the line with another file of the same kind ({found})."),
    "yaml-tab": error("the line is moved in with a tab; only spaces can do that here", "Use two spaces for each level."),
    "yaml-blank": error("the line is moved in with blanks that only look like spaces", "Type two spaces for each level; such blanks come along from web pages and Word."),
    "yaml-duplicate": error("the field `{found}` stands here twice; the first is on line {first}", "Keep one of them."),
    "yaml-alias": error("a value cannot begin with `&` or `*`, which mean something else in YAML", "Put the text into quotes, or write out what is meant."),
    "yaml-tag": error("a value cannot begin with `{found}`: an exclamation mark there means something else in YAML", "Put the text into quotes, or remove the mark."),
    "yaml-directive": error("a line cannot begin with `%`, which means something else in YAML", "Remove the line, or put the text into quotes."),
    "yaml-documents": error(
        "a second document (`---`) starts here; one file is one record", "Put the second record into its own file."
    ),
    "yaml-merge": error("`<<` is not used here", "Write the fields out."),
    "yaml-depth": error("fields stand in fields more than {allowed} levels deep", "Compare the indentation with another file of the same kind."),
    "yaml-nodes": error("the file holds more than {allowed} values", "Split it: one file is one record."),
    "yaml-key": error("a list or a group of fields stands where the name of a field belongs", "Write `field: value`; put a text that begins with `?`, `[` or `{{` into quotes."),
    "yaml-not-mapping": error("a record is a list of `field: value` lines; this file holds {found}"),
    # workbooks
    "workbook-unreadable": error("this cannot be read as an XLSX workbook ({found})", "Open it in a spreadsheet program and save it again as .xlsx."),
    "workbook-too-large": error("the workbook has too many parts, or unpacks to more than {allowed} bytes", "Split it into several files."),
    "workbook-part": error("the workbook holds a part that acts or leads out of it: `{found}`", "Save it again as .xlsx, without macros and without links to other files."),
    "workbook-declares": error("the part `{found}` declares a document type, which can hide other files", "Open it in a spreadsheet program and save it again as .xlsx."),
    "workbook-formula": error("a formula stands here: `{found}`", "Write its result; a text that begins with `=` needs an apostrophe before it."),
    "workbook-error-value": error("the cell holds the error `{found}`", "Write the value."),
    "workbook-sheet": error("the sheet’s hidden first row names an unknown kind, `{found}`; known are: {allowed}", "Did you mean `{nearest}`?"),
    "workbook-no-id": error("the row has no id", "Write the record’s id into the column of ids."),
    "workbook-no-owner": error("the row does not say which record it belongs to", "Write the kind and the id of the record."),
    # characters
    "text-control": error(
        "the text holds the invisible character {found} at position {position}",
        "Delete it; it often comes from copying out of a PDF or Word.",
    ),
    # shapes and values
    "unknown-field": error(
        "there is no such field here; there are: {allowed}",
        "Did you mean `{nearest}`?",
        "Check how the name is spelt and how far the line is moved in, or take the line out.",
    ),
    "missing-field": error("a field is missing here that every record of this kind needs", "Add `{nearest}`."),
    "wrong-choice": error("`{found}` is not allowed; allowed: {allowed}", "Did you mean `{nearest}`?"),
    "wrong-number": error("`{found}` is not a whole number", "Write digits only, such as `{nearest}`."),
    "wrong-decimal": error("`{found}` is not a number", "Write it with a decimal point, such as `{nearest}`."),
    "wrong-date": error("`{found}` is not a date", "Write year-month-day, such as `{nearest}`."),
    "wrong-year": error("`{found}` is neither a year nor a date", "Write `2024` or `2024-05-31`."),
    "wrong-boolean": error("`{found}` is neither `true` nor `false`", "Write `{nearest}`."),
    "wrong-shape": error("{wanted} is expected here, {found} was found", "{nearest}"),
    "wrong-range": error("`{found}` is too large or too small; allowed: {allowed}"),
    "wrong-pattern": error("`{found}` does not have the form {allowed}", "{nearest}"),
    "too-long": error("the text has {found} characters; {allowed} are allowed", "Shorten it by {excess}."),
    "too-few": error(
        "at least {allowed} needed, {found} found", "List them below the field, each with a hyphen: `- …`."
    ),
    "empty-text": error("the text is empty", "Write it, or leave the field out: absent means “not known”."),
    "wrong-url": error(
        "`{found}` is not a complete public web address",
        "Write `{nearest}`.",
        "Write the whole address, such as `https://example.org`, or leave the field out.",
    ),
    "wrong-mailbox": error(
        "`{found}` is not a mail address of a role",
        "Write a role address such as `info@example.org`, never a person’s.",
    ),
    "wrong-value": error("`{found}` is not allowed: {allowed}", "{nearest}"),
    "sea-rule": error(
        "`{found}` is a sea-only Incoterms rule, yet its place is {where}",
        "Use a rule for any mode ({allowed}), or name a port.",
    ),
    "dates-crossed": error("the end `{found}` lies before the beginning {start}"),
    "agenda-day": error("the day {found} is not one of the event’s, {start} to {end}", "Correct it, or leave it out where it is the first."),
    "agenda-order": error("the point at {found} stands behind one at {start}", "List the agenda in the order of time, each day’s points with its `day`."),
    # across files
    "unknown-reference": error(
        "there is no {kind} `{found}`",
        "Did you mean `{nearest}`?",
        "Write the id of a record that exists: the name of its file without `.yml`.",
    ),
    "ambiguous-reference": error(
        "`{found}` could be any of: {allowed}", "Rename one of them so that the id is used once."
    ),
    "duplicate-id": error("the id `{found}` is also used by {other}", "Rename one of the two files."),
    "withdrawn-id": error(
        "the id `{found}` belonged to a record that was withdrawn, and is never given to another",
        "Rename the file. If it is the same record come back, take its id out of {other}.",
    ),
    "printed-json": error("this is not valid JSON: {found}", "`c2site record` writes these files; take it out of git’s history again."),
    "printed-name": error("the file holds a printing of `{found}`, and is not named for it", "Rename it to `{nearest}`."),
    "printed-edition": warning("there is no edition `{found}`", "Did you mean `{nearest}`?", "Keep its record, or remove the file."),
    "withdrawn-reference": error("`{found}` has been withdrawn", "Remove the reference."),
    "wrong-kind": error(
        "`{found}` is the id of a record of the kind {other}; {kind} is expected here", "Did you mean `{nearest}`?"
    ),
    "unknown-formula": error("`{found}` is not a formula an indicator is counted by", "Write one such as: {allowed}."),
    "unknown-folder": error("`{found}` is not a folder of records; they are: {allowed}", "Did you mean `{nearest}`?"),
    "unknown-count": error("there is no field `{found}` to count; there are: {allowed}", "Did you mean `{nearest}`?"),
    "unknown-work-package": error(
        "`{found}` is not a work package of the partnership; they are: {allowed}", "Did you mean `{nearest}`?"
    ),
    "duplicate-part": error(
        "the id `{found}` stands in this file twice; the first is `{first}`", "Rename one of them."
    ),
    "draft-mention": warning(
        "`{found}` is a draft and will not be shown here", "Publish `{found}` too, or remove the reference."
    ),
    "left-out-dependency": warning(
        "this record is left out, because `{found}`, which it depends on, is left out", "Mend {other} first."
    ),
    "draft-dependency": error(
        "this record is published, but `{found}`, which it depends on, is a draft",
        "Publish `{found}` too, or set this one to `draft`.",
    ),
    "unknown-language": error(
        "`{found}` is not a language tag",
        "Did you mean `{nearest}`?",
        "Write a tag of BCP 47, such as `en`, `es-MX` or `sr-Latn`.",
    ),
    "unread-language": warning(
        "no reader of this partnership sees `{found}`; read are: {allowed}",
        "Did you mean `{nearest}`?",
        "Remove it, or add the language to data/partnership.yml.",
    ),
    "unknown-country": error(
        "`{found}` is not an ISO 3166-1 country code",
        "Did you mean `{nearest}`?",
        "Write the country’s two capital letters, such as `BG`.",
    ),
    "unknown-currency": error(
        "`{found}` is not an ISO 4217 currency code",
        "Did you mean `{nearest}`?",
        "Write the currency’s three capital letters, such as `EUR`.",
    ),
    "unknown-timezone": error(
        "`{found}` is not a time zone of the IANA list",
        "Did you mean `{nearest}`?",
        "Write region and city, such as `Europe/Rome`.",
    ),
    "unknown-source": error(
        "the source `{found}` is not in references.bib", "Did you mean `{nearest}`?", "Add it to data/references.bib."
    ),
    "unknown-asset": error(
        "the file `{found}` is not in data/media/",
        "Did you mean `{nearest}`?",
        "Put the file there; its name is written as on the disk, capitals too.",
    ),
    "asset-place": error("`{found}` is not a place in data/media/", "Put the file there and write `{nearest}`."),
    "asset-link": error("`{found}` is a link, not an ordinary file", "Put the file itself into data/media/."),
    "unfit-picture": error("`{found}` cannot be shown: {reason}", "{nearest}"),
    "picture-bytes": error("the picture has {found} bytes; {allowed} are allowed", "Make it smaller: 1,200 pixels wide are plenty."),
    "picture-pixels": error("the picture has more than {allowed} pixels", "Make it smaller: 1,200 pixels wide are plenty."),
    "picture-format": error("by its content this is none of {allowed}", "Save it again in one of these formats."),
    "picture-moves": error("the picture moves; only still ones are shown", "Save one of its frames."),
    "picture-broken": error("the picture cannot be read to its end", "Save it again, or fetch the original."),
    "drawing-broken": error("this is not valid SVG: {found}", "Export it again as plain SVG."),
    "drawing-doctype": error("the drawing declares a document type, which can hide other files", "Delete the line `<!DOCTYPE …>`."),
    "drawing-large": error("the drawing has more than {allowed} parts, or nests or repeats them too often", "Simplify its paths."),
    "drawing-left-out": warning("these parts of the drawing `{file}` are not shown: {found}", "Export it as plain SVG: shapes and colours only."),
    "drawing-acts": error("the brand's drawing holds what acts or leads out of it: {found}", "Export it as plain SVG."),
    "unknown-stage": error(
        "`{found}` is not a stage of the value chain; stages are: {allowed}", "Did you mean `{nearest}`?"
    ),
    "style-refused": error("the file cannot be written in the house’s style without losing something; it stays as it is", "Write the field that is unusual in the plain way."),
    "missing-source-text": error(
        "the text is not written in the record’s source language `{found}`",
        "Add `{found}:`, or correct `source_language`.",
    ),
    "wrong-source-language": error(
        "no text of the record is written in its source language `{found}`; written are: {allowed}",
        "Write `source_language: {nearest}`.",
        "Correct `source_language`, or write the texts in it.",
    ),
    # translations
    "outdated-translation": note("outdated in {found}: the source text has changed since it was translated: {fields}"),
    "missing-term": note("in {found}, `{term}` is `{allowed}` elsewhere; here it seems to be another word"),
    "avoided-term": note("in {found}, `{avoided}` stands here; the term base says `{allowed}` for `{term}`"),
    "translations-unreadable": error(
        "this line is none that `c2site translate` writes: `{found}`",
        "Take the file as it was before (`git checkout`), then run `c2site translate record`.",
    ),
    "terms-sector": error("there is no sector `{found}`", "Did you mean `{nearest}.yml`?", "Name the file after a sector’s id."),
    "po-unreadable": error("this cannot be read as a PO file ({found})", "Open it in a PO editor and save it again, as UTF-8."),
    "po-language": error("the file says that it is in `{found}`; translations are made into: {allowed}", "Correct `Language:` at its top, or say --language."),
    "po-unknown": error("there is no text `{found}` any more", "Nothing to do: the record was taken away, renamed, or has less text now."),
    "po-twice": error("the text `{found}` stands here twice; the first is on line {first}", "Keep one of them."),
    "po-no-source": error("nobody can tell which source text this was made from", "Lay the file of source texts beside it, `{nearest}`, as it was exported with it."),
    "po-source-changed": error("the source text has changed since the export; it now says: {found}", "Export again, and translate the new text."),
    "po-lost": error("the translation lacks {found}", "Keep it as it stands in the source text."),
    "po-added": error("the translation has {found}, which the source text has not", "Take it out, or write it as the source text does."),
    "po-paragraphs": error("the source text has {allowed} paragraphs, the translation {found}", "Divide it as the source text is divided."),
    "po-swapped": error("this looks like {found}, not like {language}", "Put each language into its own file."),
    "po-numbers": warning("the figures differ: {found}", "Make sure that every figure is the source text’s."),
    "po-same": warning("the translation is the source text, word for word", "Translate it, or leave it empty."),
    "wrong-script": warning(
        "the text under `{language}:` is written in {found} letters", "Put it under the language it is written in."
    ),
    "wrong-language": warning(
        "the text under `{language}:` seems to be written in another language (`{found}`)", "If so, put it under `{found}:` and translate it."
    ),
    "mixed-script": warning(
        "the word `{found}` mixes alphabets that look alike: {letters}", "Write `{nearest}`, typed with one keyboard."
    ),
    "text-in-quotes": warning("the value stands in quotation marks, which would be shown", "Write `{nearest}`."),
    "anonymous-name": error("`{found}` tells who seeks, though the need is anonymous", "Write “{nearest}” instead, or `visibility: public`."),
    "anonymous-brand": error("`{found}` is a brand or model of whoever seeks, though the need is anonymous", "Write “{nearest}” instead, or `visibility: public`."),
    "anonymous-place": error("`{found}` is where whoever seeks is at home, though the need is anonymous", "Write “{nearest}” instead, or `visibility: public`."),
    "anonymous-link": error("the web address `{found}` leads to somebody, though the need is anonymous", "Take it out; the cluster passes answers on."),
    "anonymous-mail": error("the mail address `{found}` leads to somebody, though the need is anonymous", "Take it out; the cluster passes answers on."),
    "anonymous-phone": error("the telephone number `{found}` leads to somebody, though the need is anonymous", "Take it out; the cluster passes answers on."),
    "anonymous-id": error("the file’s name `{found}` stands in the need’s address and tells who seeks, though the need is anonymous", "Rename it, to `{nearest}.yml` for instance."),
    "deadline-passed": warning("the deadline was {found}", "Move it, or set `status: withdrawn`."),
    "expired": warning("the validity ended on {found}", "Renew `valid_until`, or set `status: withdrawn`."),
    "expired-certificate": warning("the certificate ended on {found}", "Renew or remove it."),
    "expires-soon": note("this ends on {found}"),
    "review-due": warning(
        "nobody has looked at this record since {found}", "Read it again; when all is right, `c2site review {key}` says so."
    ),
    "review-ahead": warning("the record was last looked at on {found}, a day that is still to come", "Correct the day."),
    "never-reviewed": note("nobody has said yet that the whole record was looked at"),
    "renamed-circle": error("the way of this id leads in a circle by `{found}`", "Say under `now` which id the record has today."),
    "renamed-nowhere": warning("`{other}` leads to `{found}`, which is no {kind}", "Say under `now` which id the record has today."),
    "lifecycle-reference": error("this leads to `{found}`, which is to be withdrawn", "Name another record here, or take the passage out; then begin again."),
    "lifecycle-link": warning("this leads to `{found}`, which is to be withdrawn; its page will say so", "Read the passage."),
    "merge-conflict": warning("`{other}` says here what `{kept}` does not: {found}", "Nothing was overwritten; take over what is right."),
    "former-id": warning("this says `{found}`, the former id", "Read the passage; nothing was changed here."),
    "wrong-folder": error(
        "the record says `cluster: {found}`, but lies in the folder `{folder}`", "Move the file to `{nearest}`."
    ),
    "wrong-company-folder": error(
        "the company `{company}` belongs to the cluster `{found}`, but this file lies in the folder `{folder}`",
        "Move the file to `{nearest}`.",
    ),
    "wrong-code": error("`{found}` is not {kind}", "Write `{nearest}`."),
    "wrong-check-digit": error(
        "`{found}` ends in a wrong check digit",
        "The number before it needs `{nearest}` at the end; compare it with the label.",
    ),
    "unknown-tone": error(
        "`{found}` is not a sector hue of the brand; hues are: {allowed}", "Did you mean `{nearest}`?"
    ),
    "broken-bibliography": error("the bibliography cannot be read: {found}"),
    "duplicate-source": error("the source key `{found}` stands twice in references.bib", "Rename one of them."),
    "incomplete-source": warning("the source has no {found}", "Add it to references.bib."),
    "country-differs": warning("the company is in {found}, its cluster in {other}", "Check the country."),
    "duplicate-company": warning("the name is almost that of {other}", "If they are one company, keep one profile."),
    # changing a file for somebody
    "edit-refused": error("this place cannot be changed without spoiling what stands around it", "Change it by hand."),
    "changed-meanwhile": error("the file has changed since it was read", "Begin again; nothing was written."),
    # forgetting a record
    "forgotten-reference": error(
        "this leads to `{found}`, which is to be forgotten", "Name another record here, or take the passage out; then begin again."
    ),
    "forgotten-mention": warning("this says `{found}`", "Read the passage, and take out what tells of the record."),
    # who may change what
    "change-odd": error("no file of a partnership has such a path", "A coordinator must look at this change before anybody builds it."),
    "change-outside": error("an editor changes files in {allowed} only", "Take it out of this pull request, or ask a coordinator to make the change."),
    "change-foreign": error(
        "this belongs to the cluster `{found}`, the rest of the change to `{own}`", "Ask an editor of `{found}`, or a coordinator, for review."
    ),
    "change-shared": error("this belongs to all clusters", "Ask a coordinator for review."),
    "change-unremembered": warning(
        "the record is removed, but its id `{found}` is free for another",
        "Restore the file and run `c2site forget {found}`, which keeps the id from being used again.",
    ),
    # the brand
    "tokens-json": error("this is not valid JSON: {found}", "Look at the commas, quotes and brackets just before this place."),
    "token-shape": error("a group or a token is expected here", 'Write a token as `{{"$value": …}}`.'),
    "token-type": error("`{found}` is not a type of token; types are: {allowed}", "Did you mean `{nearest}`?", "Add `$type` to the token or to its group."),
    "token-value": error("`{found}` is not a value of the type {kind}", "Write it as {allowed}."),
    "token-reference": error("there is no token `{found}` to refer to", "Did you mean `{nearest}`?", "Write a token's path in braces, such as `{{color.ink}}`."),
    "token-circle": error("the tokens refer to each other in a circle: {found}", "Give one of them a value of its own."),
    "token-missing": error("the token `{found}` is missing, which the portal is made with", "If `{nearest}` is meant, rename it.", "Add it; this repository's theme/brand/tokens.json shows how."),
    "contrast-low": error(
        "in the {scheme} scheme the contrast to `{ground}` is {found}; `{level}` needs {allowed}",
        "Make one of the two lighter or darker ({nearest} now).",
    ),
    # words and content
    "missing-phrase": error("the phrase `{found}` is missing in `{language}`"),
    "unknown-phrase": warning("the phrase `{found}` is not used by the software", "Did you mean `{nearest}`?"),
    "phrase-values": error("the phrase must use exactly the values {allowed}; found: {found}"),
    "phrase-braces": error("braces hold the name of a value and nothing else; found: `{found}`", "Write `{{name}}`."),
    "plural-forms": error("the plural forms must be {allowed}; found: {found}"),
    "page-front-matter": error(
        "the page’s heading block cannot hold `{found}`; allowed: {allowed}", "Did you mean `{nearest}`?"
    ),
    "page-missing-title": error("the page has no `title`"),
    "page-link": error("the link leads to `{found}`, which is not on the site", "Did you mean `{nearest}`?"),
    "uncited-figure": warning("the figure `{found}` has no source", "Cite one in the same sentence, `[@key]`, or leave the figure out."),
    "page-markup": error("raw HTML is not allowed in pages: `{found}`", "Write plain Markdown."),
    # visibility and funding
    "missing-funding": error(
        "every page must carry the funding mark; `{found}` is missing", "Add it to data/partnership.yml."
    ),
    # a production build, and the site it makes
    "missing-glyph": error("the catalogues’ typeface has no `{found}` ({code_point}); it stands in the edition {edition}", "Write it with another character."),
    "book-limits": error("the catalogue {edition} costs too much {found}; allowed are {allowed}", "Give the edition fewer companies, or look for an oddly long text."),
    # selections
    "selection-empty": error("nothing would stand in this catalogue; offerings that meet each condition alone: {found}", "Ask for less at once."),
    "selection-language": error("no catalogue that is asked for is made in {found}; they are made in: {allowed}", "Leave `--language` out, or choose one of these."),
    "shortlist-broken": error("this is not a table that can be read: {found}", "Save the table of the portal’s shortlist again, or write one id a line."),
    "shortlist-empty": error("the file names no company and no offering that is published", "Save the shortlist on the portal again, or write one id a line."),
    "shortlist-unknown": error("there is no company and no offering `{found}`; it is left out", "Did you mean `{nearest}`?", "Look at the record’s address on the portal: it ends with the id."),
    "shortlist-kind": error("`{found}` is neither a company nor an offering; it is left out", "A shortlist names companies and offerings."),
    "shortlist-withdrawn": error("`{found}` was withdrawn and is shown no more; it is left out", "Take the line out."),
    # spreadsheets brought in
    "import-format": error("this is no spreadsheet that can be read: {found}", "Save it as .xlsx, or as CSV."),
    "import-too-large": error("there are more than {allowed} {what}", "Split the file."),
    "import-no-header": error("no row names columns", "Put the columns’ names into one row, above the answers."),
    "import-sheet": error("there is no sheet `{found}`; sheets are: {allowed}", "Did you mean `{nearest}`?"),
    "import-header": error("the mapping names the column `{found}`, which the file does not have; columns are: {allowed}", "Did you mean `{nearest}`?"),
    "import-field": error("a cell cannot fill `{found}`", "Did you mean `{nearest}`?", "Name a field such as: {allowed}."),
    "import-twice": error("two columns fill the field `{found}`", "Take one of them out of the mapping, or give them different languages."),
    "import-unmapped": warning("the mapping says nothing of this column: `{found}`", "Add it to the mapping, without a field if it shall be passed over."),
    "import-word": error("`{found}` is not known here; known are: {allowed}", "Did you mean {nearest}?", "If it means one of these, say so under `words` in the mapping."),
    "import-country": error("`{found}` is no country that is known here", "Did you mean {nearest}?", "Write its name, or its two letters (ISO 3166-1)."),
    "import-language": error("`{found}` is no language that is known here", "Did you mean {nearest}?", "Write its name, or its tag, such as `es`."),
    "import-ambiguous": error("`{found}` may mean {allowed}", "Write it so that it means one thing only."),
    "import-code": error("`{found}` is not {kind}", "Write `{nearest}`, in a cell of text.", "Write it in a cell of text."),
    "import-person": error("this looks like a person’s {found}, which must not stand in the data", "Leave it out; a role mailbox such as info@… is welcome."),
    "import-no-name": error("the row has neither an id nor a name"),
    "import-no-id": error("no id can be made from `{found}`", "Add a column of ids to the table, in Latin letters, and map it to `id`."),
    "import-id-taken": error("the id `{found}` {why}", "Give the row an id of its own."),
    "import-cluster": error("nobody knows whose record this is", "Say it with `--cluster`, in the mapping (`cluster:`), or in a column."),
    "import-trimmed": error("this list is longer in the records than in the file, and was changed here", "Change it in the record’s own file."),
    "import-spoilt": error("the record’s own file must be mended first: {found}", "Run `c2site check`."),
    "import-untouched": error("a record of this kind is not taken from a workbook: `{found}`", "Change its file."),
    # preflight
    "preflight-logo": error("the logo `{found}` cannot be printed: {why}", "Mend the file in data/media/, or take the field out."),
    "preflight-no-logo": warning("these companies have no logo, a drawing stands for it: {found}", "Ask them for an SVG file."),
    "preflight-no-entries": warning("no entry stands in this catalogue"),
    "preflight-empty": warning("nothing is said here where a reader looks first: {found}", "Fill one of these in."),
    "preflight-untranslated": warning("a reader of {language} finds these in {other}: {found}", "Translate them."),
    "preflight-words": warning("the software’s own words are not all in {language}: {found}", "Translate the phrases, in theme/phrases/ or data/phrases/."),
    "preflight-fallen": warning("{count} of {all} texts are not in {language}, by language: {found}"),
    "preflight-overflow": error("words stand outside the margins: `{found}`", "Shorten the text; if it is short, tell the makers of c2site."),
    "preflight-pages": error("a line card has {allowed} pages; this one has {found}", "Tell the makers of c2site."),
    "preflight-resolution": error("a picture has {found} dots to the inch as it is printed; {allowed} are needed", "Ask for a larger picture, or a drawing (SVG)."),
    "preflight-dead-link": error("a link leads to `{found}`, which is not in the file", "Tell the makers of c2site."),
    "preflight-link": error("a link leads to `{found}`, which is not on the site", "Look for the address in the texts; if none holds it, tell the makers of c2site."),
    "preflight-code": error("a square code leads to `{found}`, which is not on the site", "Set SITE_URL to the portal’s address."),
    "preflight-unread": error("the square code of `{found}` is drawn and cannot be read", "Tell the makers of c2site."),
    "preflight-pdfx": note("marked as {found}; no independent validator has verified that: ask the print shop for its own preflight"),
    "preflight-standards": note("the typesetter keeps to PDF/A and PDF/UA-1; no independent validator (such as veraPDF) has verified that"),
    "reserved-domain": error(
        "a production build needs the real address; `{found}` is a reserved domain",
        "Set SITE_URL to the portal’s address.",
    ),
    "invented-data": error("a production build refuses invented data; this partnership says `invented: true`"),
    "partnership-unpublished": error("a production build refuses a partnership whose own status is `{found}`", "Set it to `published`."),
    "drafts-in-production": error("a production build shows no drafts", "Build without --drafts."),
    "pseudo-in-production": error("a production build shows no pseudo-language", "Build without --pseudo."),
    "remains-kept": error(
        "results of earlier builds hold records that are gone, and cannot be removed: {found}", "Delete the folder, then build again."
    ),
    "site-empty-page": error("the page is empty"),
    "site-funding": error("the page lacks the funding mark"),
    "site-invented": error("the finished page says that the partnership is invented", "A production build shows nothing invented; tell the makers of c2site."),
    "site-unpublished": error(
        "the finished site tells of `{found}`, which nobody may see", "Take out what leads there; if nothing does, tell the makers of c2site."
    ),
    "site-dead-link": error("the link `{found}` leads nowhere on the site"),
    # what an editor may want to find out
    "not-known": note("not known yet: {found}"),
    "not-translated": note("not translated yet into {found}: {count} of {all} texts"),
}
