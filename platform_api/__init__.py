"""The onboarding service: tenants, pathways and their gates, confirmations, reviews, operations and the audit trail."""
