"""Measures of networks of bodies, on sparse adjacency; `measures.network` puts them together."""
