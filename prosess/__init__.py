"""Platform as code for a regional health-care process platform."""
