# SPDX-License-Identifier: MIT
"""What has left the house: the register of copies, who must be told, copies for handing over."""
