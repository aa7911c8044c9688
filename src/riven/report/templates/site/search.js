"use strict";
// The search: every word must begin a word of the entry, in any script, whatever its case and accents.
(function () {
  var form = document.querySelector("form.search");
  if (!form) { return; }
  var words = document.getElementById("words"), list = document.getElementById("results");
  var status = document.getElementById("found"), entries = [], MOST = 100;

  function fold(text) {
    return text.normalize("NFKD").replace(/[\p{M}\u0640\u2066-\u2069\u200b-\u200f]/gu, "").toLowerCase()
      .replace(/[\u064a\u06cc\u0649]/g, "\u064a").replace(/[\u0643\u06a9]/g, "\u0643").replace(/ß/g, "ss")
      .replace(/ı/g, "i").replace(/ø/g, "o").replace(/đ/g, "d").replace(/ł/g, "l").replace(/æ/g, "ae")
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, function (digit) { return String(digit.charCodeAt(0) & 15); });
  }

  function show() {
    var asked = fold(words.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    list.textContent = "";
    if (!asked.length) { status.textContent = ""; return; }
    var found = entries.filter(function (entry) {
      return asked.every(function (word) { return entry.text.indexOf(" " + word) >= 0 || (/[^\u0000-\u024f]/.test(word) && entry.text.indexOf(word) >= 0); });
    });
    found.slice(0, MOST).forEach(function (entry) {
      var item = document.createElement("li"), link = document.createElement("a"), rest = document.createElement("span");
      link.href = riven.root + entry.told[1];
      link.dir = "auto";
      link.textContent = entry.told[2];
      rest.className = "meta";
      rest.dir = "auto";
      rest.textContent = entry.told[3];
      item.append(entry.told[0] + ": ", link, document.createElement("br"), rest);
      list.appendChild(item);
    });
    status.textContent = found.length === 0 ? "Nothing found." : found.length > MOST
      ? found.length + " found, the first " + MOST + " shown." : found.length + " found.";
  }

  riven.index = function (told) {
    entries = told.map(function (entry) {
      return { told: entry, text: " " + fold(entry[2] + " " + entry[3]).replace(/[^\p{L}\p{N}]+/gu, " ") };
    });
  };
  form.addEventListener("submit", function (event) { event.preventDefault(); show(); });
  words.addEventListener("input", show);
  riven.load("index.js", function () { form.hidden = false; words.focus({ preventScroll: true }); show(); });
})();
