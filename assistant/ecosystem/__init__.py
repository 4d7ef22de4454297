"""How the organisations, programmes and funders of the documents are tied, each tie quoted."""
