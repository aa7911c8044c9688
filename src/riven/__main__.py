"""Run riven as `python -m riven`."""

from riven.cli import main

if __name__ == "__main__":
    main()
