"""The picture of a value chain: widths, open stages, both directions."""

import re

import pytest

from c2site.render.flow import BREADTH, LENGTH, THINNEST, WIDEST, Piece, flow, hatches

HUES = ("sea", "sun", "none")
CHAIN = ({"sea": 1}, {"sea": 3, "sun": 1}, {}, {"sun": 2})


def points(svg: str, hue: str) -> list[tuple[float, float]]:
    """The points of a hue's ground; none where the hue has no band."""
    found = re.search(rf'class="s-{hue}"><path class="flow__tint" d="([^"]+)"', svg)
    return [(float(x), float(y)) for x, y in re.findall(r"([\d.]+) ([\d.]+)", found[1])] if found else []


def width(svg: str, hue: str) -> float:
    """How wide a band is in the middle of its stage."""
    heights = [y for x, y in points(svg, hue) if x == LENGTH / 2]
    return max(heights, default=0) - min(heights, default=0)


def test_a_band_is_as_wide_as_its_share_of_the_fullest_stage():
    pieces = flow(CHAIN, HUES)
    assert [width(one.across, "sea") for one in pieces] == pytest.approx([WIDEST / 4, WIDEST * 3 / 4, 0, 0])
    assert [width(one.across, "sun") for one in pieces] == pytest.approx([0, WIDEST / 4, 0, WIDEST / 2])


def test_one_offering_among_hundreds_is_seen_and_nothing_leaves_the_frame():
    stages = [{"sea": 400, "sun": 1, "none": 1}]
    assert width(flow(stages, HUES)[0].across, "sun") == THINNEST
    assert all(0 <= y <= BREADTH for hue in HUES for _, y in points(flow(stages, HUES)[0].across, hue))


def test_only_a_stage_without_offerings_is_a_ring():
    assert ["flow__ring" in one.across for one in flow(CHAIN, HUES)] == [False, False, True, False]
    assert ["flow__ring" in one.down for one in flow(CHAIN, HUES)] == [False, False, True, False]


def test_behind_the_last_offering_there_is_no_band():
    last = flow(({"sea": 1}, {}), HUES)[1].across
    assert max(x for x, _ in points(last, "sea")) == LENGTH / 2


def test_parts_that_touch_join():
    first, second, *_ = flow(CHAIN, HUES)
    assert sorted(y for x, y in points(first.across, "sea") if x == LENGTH) == sorted(y for x, y in points(second.across, "sea") if x == 0)


def test_from_right_to_left_the_parts_are_mirrored_and_downwards_they_are_not():
    for ours, theirs in zip(flow(CHAIN, HUES), flow(CHAIN, HUES, "rtl"), strict=True):
        for hue in HUES:
            assert points(theirs.across, hue) == [(LENGTH - x, y) for x, y in points(ours.across, hue)]
        assert ours.down == theirs.down


def test_downwards_the_chain_runs_along_the_other_side():
    one = flow(CHAIN, HUES)[1]
    assert points(one.down, "sea") == [(y, x) for x, y in points(one.across, "sea")]


def test_nothing_at_all_is_a_chain_of_rings():
    assert all("flow__ring" in one.across and "<g" not in one.across for one in flow([{}] * 9, HUES))
    assert flow([], HUES) == []


def test_the_same_chain_is_the_same_picture_whatever_order_its_counts_have():
    assert flow([{"sun": 1, "sea": 3}], HUES) == flow([{"sea": 3, "sun": 1}], HUES)


def test_every_hue_has_a_hatch_of_its_own_and_nothing_is_styled_in_place():
    drawn = hatches(HUES[:2]) + "".join(part for piece in flow(CHAIN, HUES) for part in Piece(*piece))
    assert len(set(re.findall(r"rotate\((\d+)\)", hatches(HUES[:2])))) == 2
    assert "style=" not in drawn
