"""The words of the field as frozen dataclasses: what a study holds, and nothing about how it is stored or drawn."""
