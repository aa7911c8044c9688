"""From findings to results: panels, rivals and camps, each with its reasons. Pure functions over columns."""
