// A share sheet for browsers that have none here: it remembers what it is given, and answers as it is told.
window.sent = [];
window.answer = null;
navigator.canShare = () => true;
navigator.share = async (it) => {
  sent.push(it);
  if (answer) throw new DOMException("", answer);
};
