"""What if: changes of who does what, tried out on facts."""
