"""The account of a study for its readers: one page in HTML, the same in Markdown, and citations of its sources.

`content.Content` is what the page needs, `account.account` puts it in words, `html.html` and `markdown.markdown` set
it. Importing this package alone loads nothing; `citation` needs the standard library only.
"""
