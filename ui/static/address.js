// An address may carry a name and a key (as name:key@host), which the browser then knows. Nothing
// can be fetched from such an address, and it would show the key: the page goes on at the same without.
(() => {
  const address = new URL(document.URL);
  if (!address.username && !address.password) return;
  address.username = "";
  address.password = "";
  window.location.replace(address);
})();
