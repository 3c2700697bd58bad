// SPDX-License-Identifier: Apache-2.0
// The precompiled headers need one source to belong to.
