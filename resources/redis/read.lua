-- SPDX-License-Identifier: Apache-2.0
-- For applications, with EVAL_RO: ARGV[1] is the user. The entry while it may be trusted, else nothing: then ask rolewrightd.
-- The lease names the running process: after a restart with older data it does not.
local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
local lease = redis.pcall('GET', 'rolewright:lease')
local entry = redis.pcall('GET', 'rolewright:perms:' .. ARGV[1])
return lease == run and type(entry) == 'string' and entry or false
