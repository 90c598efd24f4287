// Draws the land of world.json and europe.json, and finds a point for every country of places.json.
// Run by hand (`npm install && npm run draw`) when a map must change; what it writes is committed.
import {readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {geoArea, geoAzimuthalEqualArea, geoCentroid, geoEqualEarth, geoPath} from "d3-geo";
import {feature} from "topojson-client";

const require = createRequire(import.meta.url);
const countryCodes = require("i18n-iso-countries");
const atlas = (name) => JSON.parse(readFileSync(require.resolve(`world-atlas/${name}.json`)));
const tenth = (number) => Math.round(number * 10) / 10;
const here = (name) => new URL(name, import.meta.url);

const MAPS = {
  world: {land: "land-110m", projection: "equal-earth", centre: [0, 11], scale: 196, origin: [447, 266], size: [960, 464], step: 5},
  europe: {land: "land-50m", projection: "azimuthal-equal-area", centre: [50, 11], scale: 1180, origin: [400, 330], size: [800, 640], step: 7},
};
const PROJECTIONS = {
  "equal-earth": ([, lon]) => geoEqualEarth().rotate([-lon, 0]),
  "azimuthal-equal-area": ([lat, lon]) => geoAzimuthalEqualArea().rotate([-lon, -lat]),
};

/** Collects the rings that d3 draws, cut at the antimeridian and at the picture's edge. */
class Rings {
  rings = [];
  moveTo(x, y) { this.rings.push([[x, y]]); }
  lineTo(x, y) { this.rings.at(-1).push([x, y]); }
  closePath() {}
}

/** Returns where a horizontal line crosses the rings, from left to right. */
function crossings(rings, y) {
  const found = [];
  for (const ring of rings) {
    ring.forEach(([x1, y1], place) => {
      const [x2, y2] = ring[(place + 1) % ring.length];
      if (y1 <= y !== y2 <= y) found.push(x1 + (y - y1) / (y2 - y1) * (x2 - x1));
    });
  }
  return found.sort((a, b) => a - b);
}

/** Returns the land as horizontal strokes, one row every `step`. */
function strokes(rings, {size: [, height], step}) {
  let path = "";
  for (let y = step / 2; y < height; y += step) {
    const found = crossings(rings, y).map(Math.round);
    let at = null;
    for (let place = 0; place + 1 < found.length; place += 2) {
      const [from, to] = [found[place], found[place + 1]];
      if (to - from < 2) continue;
      path += at === null ? `M${from} ${y}h${to - from}` : `m${from - at} 0h${to - from}`;
      at = to;
    }
  }
  return path;
}

function drawn(map) {
  const projection = PROJECTIONS[map.projection](map.centre).scale(map.scale).translate(map.origin).clipExtent([[0, 0], map.size]);
  const topology = atlas(map.land);
  const rings = new Rings();
  geoPath(projection, rings)(feature(topology, topology.objects.land));
  const {land, step, ...parameters} = map;
  return {...parameters, land: strokes(rings.rings, map)};
}

/** Returns the size and the middle of a country's largest piece. */
function middle(country) {
  const pieces = country.geometry.type === "Polygon" ? [country.geometry.coordinates] : country.geometry.coordinates;
  const largest = pieces.map((coordinates) => ({type: "Polygon", coordinates})).reduce((a, b) => (geoArea(a) > geoArea(b) ? a : b));
  const [lon, lat] = geoCentroid(largest);
  return {area: geoArea(largest), place: [tenth(lat), tenth(lon)]};
}

function places() {
  const topology = atlas("countries-50m");
  const found = new Map();
  for (const one of feature(topology, topology.objects.countries).features) {
    const code = countryCodes.numericToAlpha2(one.id ?? "");
    if (code && middle(one).area > (found.get(code)?.area ?? 0)) found.set(code, middle(one));
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, {place}]) => [code, place]);
}

for (const [name, map] of Object.entries(MAPS)) writeFileSync(here(`${name}.json`), JSON.stringify(drawn(map)) + "\n");
writeFileSync(here("places.json"), "{\n" + places().map(([code, at]) => `  "${code}": [${at.join(", ")}]`).join(",\n") + "\n}\n");
