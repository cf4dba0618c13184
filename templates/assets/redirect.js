// A page at an old address: goes to the new one with the query and the fragment, which a redirect in HTML drops.
"use strict";
location.replace(
    document.querySelector("link[rel=canonical]").href + location.search + location.hash);
