"use strict";
// The site works without this script: cells are links to the page of their group. The script opens the evidence beside
// the table instead, gives it an address, and returns the focus. From a disk nothing can be fetched, so the evidence of
// each group is a script of its own, made and escaped when the site was built.
var riven = (function () {
  var root = document.currentScript.dataset.root, held = {}, waiting = {}, panel = null, opener = null, shown = "";
  var SORTS = /^(cell|factor|tie)\/([^/]+)(\/[^/]+){0,2}$/;

  function evidence(told) {
    Object.keys(told.items).forEach(function (key) { held[key] = { html: told.items[key], findings: told.findings }; });
  }

  function load(file, done) {
    if (waiting[file]) { waiting[file].push(done); return; }
    waiting[file] = [done];
    var script = document.createElement("script");
    script.src = root + file;
    script.onload = script.onerror = function () {
      waiting[file].forEach(function (each) { each(); });
      delete waiting[file];
      script.remove();
    };
    document.head.appendChild(script);
  }

  function asked() {
    var key = decodeURIComponent(location.hash.slice(1));
    return SORTS.test(key) ? key : "";
  }

  function page(key) { return root + "groups/" + key.split("/")[1] + ".html#" + key; }

  function build() {
    panel = document.createElement("section");
    panel.className = "beside";
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", "Evidence");
    var close = document.createElement("button");
    close.type = "button";
    close.className = "close";
    close.textContent = "Close";
    close.addEventListener("click", leave);
    var body = document.createElement("div");
    body.className = "body";
    panel.append(close, body);
    document.body.appendChild(panel);
  }

  function fill(key) {
    var body = panel.querySelector(".body");
    if (!held[key]) {
      body.innerHTML = '<h2 tabindex="-1">Evidence not found</h2><p>The script with the evidence of this group could ' +
        'not be loaded, or holds no such cell. <a>Look on the page of the group</a>.</p>';
      body.querySelector("a").href = page(key);
    } else {
      body.innerHTML = held[key].html.split("\u0002").join(root);
      body.querySelectorAll("[data-finding]").forEach(function (slot) {
        slot.innerHTML = (held[key].findings[slot.dataset.finding] || "").split("\u0002").join(root);
      });
    }
    panel.hidden = false;
    panel.scrollTop = 0;
    document.documentElement.classList.add("has-beside");
    body.querySelector("h2").focus({ preventScroll: true });
  }

  function enter() {
    var key = asked();
    if (!key) { hide(); return; }
    if (!panel) { build(); }
    shown = key;
    var ready = function () { if (shown === key) { fill(key); } };
    if (held[key]) { ready(); } else { load("evidence/" + key.split("/")[1] + ".js", ready); }
  }

  function hide() {
    if (!panel || !shown) { return; }
    var key = shown, back = opener && opener.isConnected ? opener : link(key);
    shown = "";
    opener = null;
    panel.hidden = true;
    document.documentElement.classList.remove("has-beside");
    if (back) {
      back.focus({ preventScroll: true });
      var box = back.getBoundingClientRect();
      if (box.top < 0 || box.bottom > window.innerHeight) { back.scrollIntoView({ block: "center" }); }
    }
  }

  function link(key) {
    var links = document.querySelectorAll("table.matrix a.cell");
    for (var i = 0; i < links.length; i += 1) {
      if (links[i].hash.slice(1) === key) { return links[i]; }
    }
    return document.getElementById("main");
  }

  function leave() {
    if (history.state && history.state.riven) {
      history.back(); // going back later must not open the panel again
    } else {
      try { history.replaceState(null, "", location.href.split("#")[0]); } catch (refused) { location.hash = "main"; }
      hide();
    }
  }

  document.addEventListener("click", function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) { return; }
    var cell = event.target.closest && event.target.closest("table.matrix a.cell");
    var key = cell && decodeURIComponent(cell.hash.slice(1));
    if (!key || !SORTS.test(key)) { return; }
    event.preventDefault();
    opener = cell;
    try {
      if (shown) { history.replaceState(history.state, "", "#" + key); } else { history.pushState({ riven: true }, "", "#" + key); }
      enter();
    } catch (refused) { // some browsers guard the history of files on a disk
      location.hash = key;
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && shown) { event.preventDefault(); leave(); }
  });

  window.addEventListener("popstate", enter);
  if (asked()) { link(asked()).scrollIntoView({ block: "center" }); }
  enter();
  return { evidence: evidence, load: load, root: root };
})();
