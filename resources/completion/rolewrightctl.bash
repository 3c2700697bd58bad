# SPDX-License-Identifier: Apache-2.0
# Completion of rolewrightctl for bash: source <(rolewrightctl completion bash)
# The program itself knows what fits; where it offers nothing, bash completes file names.

_rolewrightctl() {
    # Split at blanks only: bash itself also splits at ":", "=" and "@", which names contain.
    local line=${COMP_LINE:0:COMP_POINT} words candidate
    read -ra words <<< "$line"
    [[ $line == *[[:space:]] ]] && words+=("")
    local current=${words[${#words[@]}-1]} part=${COMP_WORDS[COMP_CWORD]}
    [[ $part == [:=@] ]] && part=""
    # bash replaces only the part after its last split: leave out what stands before.
    local before=${current%"$part"}

    COMPREPLY=()
    while IFS=$'\t' read -r candidate _; do
        COMPREPLY+=("$(printf '%q' "${candidate#"$before"}")")
    done < <("${words[0]}" __complete "${words[@]:1}" 2> /dev/null)
}
complete -o default -F _rolewrightctl rolewrightctl
