"use strict";
// Pictures to move in: drag, wheel with a key, two fingers, buttons and keys; narrowed to an actor or a period.
(function () {
  document.querySelectorAll(".moving").forEach(function (section) {
    var stage = section.querySelector(".stage"), svg = stage.querySelector("svg");
    var tools = section.querySelector(".tools"), status = section.querySelector("[role=status]");
    if (!svg) { return; }
    var whole = svg.viewBox.baseVal, full = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
    var view = Object.assign({}, full), fingers = {}, moved = 0;
    tools.hidden = false;
    stage.classList.add("live");

    function put() {
      view.w = Math.min(Math.max(view.w, full.w / 40), full.w);
      view.h = view.w * full.h / full.w;
      view.x = Math.min(Math.max(view.x, full.x - view.w / 2), full.x + full.w - view.w / 2);
      view.y = Math.min(Math.max(view.y, full.y - view.h / 2), full.y + full.h - view.h / 2);
      svg.setAttribute("viewBox", [view.x, view.y, view.w, view.h].join(" "));
    }

    function zoom(by, x, y) {
      if (by === 0) { view = Object.assign({}, full); put(); return; }
      var cx = x === undefined ? view.x + view.w / 2 : x, cy = y === undefined ? view.y + view.h / 2 : y;
      var w = Math.min(Math.max(view.w / by, full.w / 40), full.w), by2 = w / view.w;
      view = { x: cx - (cx - view.x) * by2, y: cy - (cy - view.y) * by2, w: w, h: view.h * by2 };
      put();
    }

    function point(event) {
      var box = svg.getBoundingClientRect(), scale = Math.min(box.width / view.w, box.height / view.h);
      return { x: view.x + view.w / 2 + (event.clientX - box.left - box.width / 2) / scale,
        y: view.y + view.h / 2 + (event.clientY - box.top - box.height / 2) / scale, scale: scale };
    }

    stage.addEventListener("wheel", function (event) {
      if (!event.ctrlKey && !event.metaKey) { return; } // a page that is scrolled must not be caught
      event.preventDefault();
      var at = point(event);
      zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, at.x, at.y);
    }, { passive: false });

    stage.addEventListener("pointerdown", function (event) {
      fingers[event.pointerId] = event;
      moved = 0;
    });
    stage.addEventListener("pointermove", function (event) {
      var before = fingers[event.pointerId], ids = Object.keys(fingers);
      if (!before) { return; }
      var scale = point(event).scale;
      if (ids.length === 2) {
        var other = fingers[ids[0] === String(event.pointerId) ? ids[1] : ids[0]];
        var was = Math.hypot(before.clientX - other.clientX, before.clientY - other.clientY);
        var is = Math.hypot(event.clientX - other.clientX, event.clientY - other.clientY);
        var middle = point({ clientX: (event.clientX + other.clientX) / 2, clientY: (event.clientY + other.clientY) / 2 });
        if (was > 0) { zoom(is / was, middle.x, middle.y); }
        moved = 99;
      } else {
        moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
        if (moved > 4 && event.pointerType !== "touch" || view.w < full.w) {
          view.x -= (event.clientX - before.clientX) / scale;
          view.y -= (event.clientY - before.clientY) / scale;
          put();
        }
      }
      fingers[event.pointerId] = event;
    });
    ["pointerup", "pointercancel", "pointerleave"].forEach(function (name) {
      stage.addEventListener(name, function (event) { delete fingers[event.pointerId]; });
    });
    stage.addEventListener("click", function (event) { if (moved > 4) { event.preventDefault(); } }, true);
    stage.addEventListener("dragstart", function (event) { event.preventDefault(); });

    stage.addEventListener("keydown", function (event) {
      if (event.altKey || event.ctrlKey || event.metaKey) { return; }
      var step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      var by = { "+": 1.4, "=": 1.4, "-": 1 / 1.4, "0": 0 }[event.key];
      if (step) { view.x += step[0] * view.w / 8; view.y += step[1] * view.h / 8; put(); }
      else if (by !== undefined) { zoom(by); } else { return; }
      event.preventDefault();
    });

    section.querySelectorAll("[data-zoom]").forEach(function (button) {
      button.addEventListener("click", function () { zoom(Number(button.dataset.zoom)); });
    });

    function narrow() {
      var wanted = {}, marks = section.querySelectorAll(".stage [data-actors]"), left = 0;
      section.querySelectorAll("[data-by]").forEach(function (choice) { wanted[choice.dataset.by] = choice.value; });
      marks.forEach(function (mark) {
        var fits = (!wanted.actor || (" " + mark.dataset.actors + " ").indexOf(" " + wanted.actor + " ") >= 0) &&
          (!wanted.period || !mark.dataset.periods || (" " + mark.dataset.periods + " ").indexOf(" " + wanted.period + " ") >= 0);
        mark.classList.toggle("away", !fits);
        if (fits) { left += 1; }
        mark.querySelectorAll("a").forEach(function (link) { link.tabIndex = fits ? 0 : -1; });
        if (mark.tagName.toLowerCase() === "a") { mark.tabIndex = fits ? 0 : -1; }
      });
      status.textContent = wanted.actor || wanted.period ? left + " of " + marks.length + " marks shown." : "";
    }
    section.querySelectorAll("[data-by]").forEach(function (choice) { choice.addEventListener("change", narrow); });
  });
})();
