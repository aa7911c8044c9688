"""The account of each rival in running text, every sentence made from findings and cited, in four forms of one tree."""
