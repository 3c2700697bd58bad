# SPDX-License-Identifier: Apache-2.0
# Completion of rolewrightctl for fish: rolewrightctl completion fish | source
# The program itself knows what fits; where it offers nothing, fish completes file names.

function __rolewrightctl_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    $words[1] __complete $words[2..-1] "$current" 2>/dev/null
end

complete -c rolewrightctl -n 'count (__rolewrightctl_complete) >/dev/null' -f -a '(__rolewrightctl_complete)'
