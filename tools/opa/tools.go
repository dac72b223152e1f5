//go:build tools

// Package tools pins the real Open Policy Agent that the policies are compiled, tested and compared with.
package tools

import _ "github.com/open-policy-agent/opa"
