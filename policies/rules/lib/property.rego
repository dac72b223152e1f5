# METADATA
# title: Read a property of the resource that is judged
# description: >-
#   Missing is null; a value that only a deployment can tell is {"unknown": true}, also where a part of its path is.
package lib.property

import data.lib.state

# A path is dotted text, or an array of keys where a key holds a dot.
keys(path) := split(path, ".") if is_string(path)

else := path

# Total: a resource without properties has none of them.
at(path) := of(object.get(input, ["resource", "properties"], null), path)

of(object_, path) := value if {
	value := object.get(object_, keys(path), null)
	value != null
} else := state.unknown if {
	hidden(object_, keys(path))
} else := null

# The last part of a path such as an ARM id or a tag's name.
last(text, separator) := parts[count(parts) - 1] if {
	parts := split(text, separator)
}

# A part of the path is itself untold, so what lies below it may be anything.
hidden(object_, parts) if {
	some length in numbers.range(1, count(parts))
	object.get(object_, array.slice(parts, 0, length), null) == state.unknown
}

hidden(object_, _) if object_ == state.unknown
