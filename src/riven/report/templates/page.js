"use strict";
// The page works without this script: cells are links, panels open by :target. The script moves the focus into an
// opened panel and back, and closes on Escape.
(function () {
  function opened() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    return target && target.classList.contains("evidence") ? target : null;
  }

  function enter() {
    var panel = opened();
    if (panel) {
      panel.scrollTop = 0;
      panel.querySelector("h4").focus({ preventScroll: true });
    }
  }

  function leave(panel) {
    var at = panel.querySelector(".close").getAttribute("href");
    var x = window.scrollX, y = window.scrollY;
    location.replace(at); // going back later must not open the panel again
    var cell = document.getElementById(at.slice(1));
    if (cell) {
      window.scrollTo(x, y);
      var box = cell.getBoundingClientRect();
      if (box.top < 0 || box.bottom > window.innerHeight) { cell.scrollIntoView({ block: "center" }); }
      cell.focus({ preventScroll: true });
    }
  }

  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    var panel = opened();
    if (event.key === "Escape" && panel) {
      event.preventDefault();
      leave(panel);
    }
  });

  document.addEventListener("click", function (event) {
    var close = event.target.closest && event.target.closest(".evidence .close");
    var panel = close && opened();
    if (panel && panel.contains(close) && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      leave(panel);
    }
  });

  window.addEventListener("hashchange", enter);
  enter();
})();
