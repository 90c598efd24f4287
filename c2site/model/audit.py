"""What the last audit of the portal has found: the accessibility statement rests on it."""

from datetime import date

from pydantic import Field

from c2site.model.base import LanguageTag, Line, Part


class Checker(Part):
    """A program that looked at pages."""

    name: Line = Field(description="Its name.", examples=["axe"])
    version: Line = Field(description="Its version.", examples=["4.12.1"])
    pages: int = Field(ge=0, description="How many pages it looked at.", examples=[52])
    failing: int = Field(ge=0, description="On how many of them it found an error.", examples=[0])


class Gap(Part):
    """A rule that pages break, or that no program can decide."""

    checker: Line = Field(description="The checker that says so.", examples=["axe"])
    rule: Line = Field(description="The rule, as the checker names it.", examples=["color-contrast"])
    criteria: tuple[Line, ...] = Field((), description="Success criteria of WCAG behind it.", examples=[["1.4.3"]])
    pages: int = Field(ge=1, description="How many pages it concerns.", examples=[3])
    example: str = Field("", description="One of them, as a path below the portal’s address.", examples=["en/offerings/"])


class Translated(Part):
    """How far one language of the portal is."""

    tag: LanguageTag = Field(description="Tag of the language.", examples=["es"])
    pages: int = Field(ge=0, description="How many pages it has.", examples=[74])
    foreign: int = Field(ge=0, description="How many of them show another language’s text.", examples=[5])
    unreviewed: int = Field(ge=0, description="How many of them no person has reviewed.", examples=[70])


class Audit(Part):
    """The record of one audit, written by the audit itself."""

    day: date = Field(description="The day of the audit.", examples=["2027-03-01"])
    pages: int = Field(ge=0, description="How many pages were looked at.", examples=[52])
    checkers: tuple[Checker, ...] = Field((), description="The programs that looked at them.")
    gaps: tuple[Gap, ...] = Field((), description="Rules that pages break.")
    undecided: tuple[Gap, ...] = Field((), description="Rules that only a person can decide.")
    languages: tuple[Translated, ...] = Field((), description="How far each language is.")
