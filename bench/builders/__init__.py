"""What is measured beside each other: c2site, Hugo, MkDocs with Material, and the floors under all of them."""

from bench.builders.builder import Builder
from bench.builders.c2site import C2site
from bench.builders.floor import Floor, ReadYaml
from bench.builders.hugo import Hugo
from bench.builders.material import Material

__all__ = ["Builder", "C2site", "Floor", "Hugo", "Material", "ReadYaml"]
