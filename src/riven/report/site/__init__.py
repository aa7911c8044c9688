"""The site: a folder of pages on which a reader can check everything, opened from a disk without any network."""
