// What is on show, as the part of the address after #: links lead to it, back and forward change it.

/** The changes of the state that the address asks for. */
function readAddress() {
  return {};
}

/** Writes the state into the address; `replace`: without a step to go back to. */
function writeAddress() {}
