"""c2site: a partnership's profiles in, a multilingual portal and market catalogues out."""

__version__ = "0.1.0"
