"use strict";
// The page works without this script: cells are links, panels open by :target. The script moves the focus into an
// opened panel and back, closes on Escape, and lets arrow keys walk the table.
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

  function neighbour(link, key) {
    var cell = link.closest("td"), row = cell.parentNode;
    if (key === "ArrowLeft" || key === "ArrowRight" || key === "Home" || key === "End") {
      var across = Array.prototype.slice.call(row.querySelectorAll("a.cell"));
      var here = across.indexOf(link);
      return { ArrowLeft: across[here - 1], ArrowRight: across[here + 1], Home: across[0], End: across[across.length - 1] }[key];
    }
    var rows = Array.prototype.slice.call(row.closest("table").querySelectorAll("tbody tr:not(.camp)"));
    var next = rows[rows.indexOf(row) + (key === "ArrowUp" ? -1 : 1)];
    var there = next && next.cells[cell.cellIndex];
    return there && there.querySelector("a.cell");
  }

  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    var panel = opened();
    if (event.key === "Escape" && panel) {
      event.preventDefault();
      leave(panel);
      return;
    }
    var link = event.target.closest && event.target.closest("table.matrix a.cell");
    if (link && /^(Arrow|Home$|End$)/.test(event.key)) {
      var next = neighbour(link, event.key);
      event.preventDefault();
      if (next) { next.focus(); }
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
