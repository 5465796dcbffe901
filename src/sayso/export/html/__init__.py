"""A reading as one self-contained page: article on the left, records on the right, nothing loaded from anywhere."""

from sayso.export.html.page import page_html, reading_html

__all__ = ["page_html", "reading_html"]
