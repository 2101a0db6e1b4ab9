"""Result tables as text for terminals, Markdown, CSV and JSON; explanations of single facts."""
