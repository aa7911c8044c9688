"""Panels drawn for print: `draw_panel` lays a panel out, `write_figure` saves it, `caption` puts it in words."""
