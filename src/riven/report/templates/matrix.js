"use strict";
// Arrow keys walk the cells of a table, from one that has the focus to the next.
(function () {
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
    var link = event.target.closest && event.target.closest("table.matrix a.cell");
    if (link && /^(Arrow|Home$|End$)/.test(event.key)) {
      var next = neighbour(link, event.key);
      event.preventDefault();
      if (next) { next.focus(); }
    }
  });
})();
