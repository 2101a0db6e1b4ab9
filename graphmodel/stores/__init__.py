"""Where the graph of facts is kept. Each store writes down the same nodes and edges."""
