# SPDX-License-Identifier: MIT
"""Speed as ratios against yardsticks of the same run (`make bench`); it reports, never fails."""
