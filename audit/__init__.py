"""The audit: how accessible, valid, light and quick the built portal is, measured by checkers that nobody here wrote."""
