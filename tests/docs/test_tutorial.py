"""The tutorial is run from the page itself."""

from pages import page, run_page


def test_the_tutorial_leads_from_an_empty_folder_to_a_figure(tmp_path) -> None:
    """Everything it asks for is done, everything it shows comes out."""
    run_page(page("docs/tutorial/README.md"), tmp_path)
