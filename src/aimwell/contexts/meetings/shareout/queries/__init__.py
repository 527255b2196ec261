"""The page of a share-out, the questions about it, and the page for those who were not there."""
