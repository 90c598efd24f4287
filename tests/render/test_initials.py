"""The letters of a monogram, in every script."""

import pytest

from c2site.render.initials import initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Green Home", "GH"), ("ICT Net", "ICT"), ("DTI", "DTI"), ("HAMAC", "Ha"), ("Aclima", "Ac"), ("Empresa de Aguas", "EA"), ("O'Neil", "On"),
        ("Български клъстер", "БК"), ("Ελληνικά Δίκτυα", "ΕΔ"), ("أمواج الغد", "أ"), ("الشركة", "ش"), ("R&D <5 GmbH", "RD"), ("ijs", "Ij"),
        ("Cafe\u0301", "Ca"), ("…!?", ""), ("3D", "3D"),
    ],
)  # fmt: skip
def test_a_name_is_told_by_its_first_letters(name: str, letters: str):
    assert initials(name) == letters
