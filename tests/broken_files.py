"""Broken files: what can be wrong with a file before anyone reads a word of it."""

from breaking import (
    WHOLE_FILE,
    Broken,
    drop,
    link_folder_outside,
    link_outside,
    make_folder,
    make_pipe,
    put,
    recode,
    stretch,
    swap,
)

ACTORS = "actors.csv"
FILES = [
    Broken("missing-study", drop("study.toml"), "study.toml", WHOLE_FILE, "is missing"),
    Broken("missing-actors", drop(ACTORS), ACTORS, WHOLE_FILE, "is missing"),
    Broken("missing-searches", drop("searches.csv"), "searches.csv", WHOLE_FILE, "is missing"),
    Broken("unknown-file", put("passage.csv", b"x"), "passage.csv", WHOLE_FILE, "Did you mean 'passages.csv'?"),
    Broken("unknown-sheet", put("claims/statment.csv", b"id\n"), "claims/statment.csv", WHOLE_FILE, "'statement'?"),
    Broken("spreadsheet-among-claims", put("claims/tie.xlsx", b"PK"), "claims/tie.xlsx", WHOLE_FILE, "unknown file"),
    Broken(
        "text-of-no-source", put("text/gazet-1.txt", b"x"), "text/gazet-1.txt", WHOLE_FILE, "unknown source 'gazet-1'"
    ),
    Broken("nul-byte", swap(ACTORS, "The focal", "The\x00focal"), ACTORS, "The|\x00", "NUL byte"),
    Broken("latin-1", put(ACTORS, b"id,name,type\na,Jos\xe9,state\n"), ACTORS, "a,Jos|", "0xE9"),
    Broken("utf-16", recode(ACTORS, "utf-16"), ACTORS, WHOLE_FILE, "is encoded in UTF-16"),
    Broken("utf-16-unmarked", recode(ACTORS, "utf-16-le"), ACTORS, "i|\x00", "looks like UTF-16"),
    Broken("latin-1-toml", put("study.toml", b"[study]\ntitle = '\xe9'\n"), "study.toml", "title = '|", "Windows-1252"),
    Broken("binary-text", put("text/gazette-1.txt", b"\xff\x00\xff"), "text/gazette-1.txt", "\ufffd|\x00", "NUL byte"),
    Broken("file-of-65-megabytes", stretch(ACTORS, 65 * 2**20), ACTORS, WHOLE_FILE, "is 65 MB large"),
    Broken("link-out-of-the-folder", link_outside(ACTORS), ACTORS, WHOLE_FILE, "outside the study folder"),
    Broken("claims-link-out", link_folder_outside("claims"), "claims", WHOLE_FILE, "outside the study folder"),
    Broken("text-links-out", link_outside("text/gazette-1.txt"), "text/gazette-1.txt", WHOLE_FILE, "outside the study"),
    Broken("folder-for-a-file", make_folder(ACTORS), ACTORS, WHOLE_FILE, "is not a file"),
    Broken("pipe-for-a-file", make_pipe(ACTORS), ACTORS, WHOLE_FILE, "is not a file"),
]
