"use strict";
// Pictures to move in: the frame around them scrolls by finger, wheel and keys as any frame does; this adds coming
// closer by buttons, keys, two fingers or the wheel with Ctrl, dragging by mouse, and narrowing to an actor or a period.
(function () {
  document.querySelectorAll(".moving").forEach(function (section) {
    var stage = section.querySelector(".stage"), svg = stage.querySelector("svg");
    var tools = section.querySelector(".tools"), status = section.querySelector("[role=status]");
    if (!svg) { return; }
    var scale = 1, fingers = {}, moved = 0, MOST = 12;
    tools.hidden = false;
    stage.classList.add("live");
    if ("round" in stage.dataset) {
      stage.scrollLeft = (stage.scrollWidth - stage.clientWidth) / 2;
      stage.scrollTop = (stage.scrollHeight - stage.clientHeight) / 2;
    }

    function zoom(to, x, y) {
      var box = stage.getBoundingClientRect(), before = svg.getBoundingClientRect();
      var px = x === undefined ? box.width / 2 : x - box.left, py = y === undefined ? box.height / 2 : y - box.top;
      var fx = (stage.scrollLeft + px) / before.width, fy = (stage.scrollTop + py) / before.height;
      scale = Math.min(Math.max(to, 0.05), MOST);
      svg.style.minWidth = "0";
      svg.style.width = scale * 100 + "%";
      var after = svg.getBoundingClientRect();
      stage.scrollLeft = fx * after.width - px;
      stage.scrollTop = fy * after.height - py;
    }

    function whole() {
      var box = svg.viewBox.baseVal;
      zoom(Math.min(1, stage.clientHeight * box.width / box.height / stage.clientWidth));
    }

    stage.addEventListener("wheel", function (event) {
      if (!event.ctrlKey && !event.metaKey) { return; } // a page that is scrolled must not be caught
      event.preventDefault();
      zoom(scale * (event.deltaY < 0 ? 1.2 : 1 / 1.2), event.clientX, event.clientY);
    }, { passive: false });

    stage.addEventListener("pointerdown", function (event) {
      fingers[event.pointerId] = event;
      moved = 0;
    });
    window.addEventListener("pointermove", function (event) {
      var before = fingers[event.pointerId], ids = Object.keys(fingers);
      if (!before) { return; }
      if (ids.length === 2) {
        var other = fingers[ids[0] === String(event.pointerId) ? ids[1] : ids[0]];
        var was = Math.hypot(before.clientX - other.clientX, before.clientY - other.clientY);
        var is = Math.hypot(event.clientX - other.clientX, event.clientY - other.clientY);
        if (was > 0) { zoom(scale * is / was, (event.clientX + other.clientX) / 2, (event.clientY + other.clientY) / 2); }
        moved = 99;
      } else if (event.pointerType === "mouse") {
        moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
        stage.scrollLeft -= event.clientX - before.clientX;
        stage.scrollTop -= event.clientY - before.clientY;
      }
      fingers[event.pointerId] = event;
    });
    ["pointerup", "pointercancel"].forEach(function (name) {
      window.addEventListener(name, function (event) { delete fingers[event.pointerId]; });
    });
    stage.addEventListener("click", function (event) { if (moved > 5) { event.preventDefault(); } }, true);
    stage.addEventListener("dragstart", function (event) { event.preventDefault(); });

    stage.addEventListener("keydown", function (event) {
      if (event.altKey || event.ctrlKey || event.metaKey) { return; }
      var by = { "+": 1.4, "=": 1.4, "-": 1 / 1.4 }[event.key];
      if (by) { zoom(scale * by); } else if (event.key === "0") { whole(); } else { return; }
      event.preventDefault();
    });

    section.querySelectorAll("[data-zoom]").forEach(function (button) {
      var by = Number(button.dataset.zoom);
      button.addEventListener("click", function () { if (by) { zoom(scale * by); } else { whole(); } });
    });

    function fits(mark, wanted) {
      return Object.keys(wanted).every(function (by) {
        var held = mark.dataset[by];
        return !wanted[by] || held === undefined || (" " + held + " ").indexOf(" " + wanted[by] + " ") >= 0;
      });
    }

    function narrow() {
      var wanted = {}, near = {}, marks = section.querySelectorAll(".stage a[data-actors]"), left = 0;
      section.querySelectorAll("[data-by]").forEach(function (choice) { wanted[choice.dataset.by] = choice.value; });
      marks.forEach(function (mark) {
        if (mark.dataset.actors.indexOf(" ") > 0 && fits(mark, wanted)) {
          mark.dataset.actors.split(" ").forEach(function (actor) { near[actor] = true; });
        }
      });
      marks.forEach(function (mark) {
        var fit = fits(mark, wanted) || near[mark.dataset.actors] === true; // the other end of a tie stays readable
        mark.classList.toggle("away", !fit);
        mark.setAttribute("tabindex", fit ? "0" : "-1");
        left += fit ? 1 : 0;
      });
      status.textContent = wanted.actors || wanted.periods ? left + " of " + marks.length + " marks shown." : "";
    }
    section.querySelectorAll("[data-by]").forEach(function (choice) { choice.addEventListener("change", narrow); });
  });
})();
