"""Files for other tools: the graph of facts in formats that these read."""
