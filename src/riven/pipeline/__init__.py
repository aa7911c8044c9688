"""The only place where stages meet: read, settle, analyse, draw, tell, write; and the questions asked of the result."""
