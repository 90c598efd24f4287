// Decap waits until start.js has told it our format, our widget and the configuration.
window.CMS_MANUAL_INIT = true;
