#compdef rolewrightctl
# SPDX-License-Identifier: Apache-2.0
# Completion of rolewrightctl for zsh: source <(rolewrightctl completion zsh), or a file _rolewrightctl in fpath.
# The program itself knows what fits; where it offers nothing, zsh completes file names.

_rolewrightctl() {
    local line
    local -a candidates
    while IFS= read -r line; do
        candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done < <("${(Q)words[1]}" __complete "${(@Q)words[2,CURRENT]}" 2> /dev/null)
    if (( ${#candidates} )); then
        _describe 'rolewrightctl' candidates
    else
        _files
    fi
}

if [[ ${funcstack[1]} == _rolewrightctl ]]; then
    _rolewrightctl "$@"
else
    compdef _rolewrightctl rolewrightctl
fi
