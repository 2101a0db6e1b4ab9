"""What is handed on: folders of pages and documents that lead to each other."""
