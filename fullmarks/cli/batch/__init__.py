"""Many submissions over all cores of this machine, in processes of their own, so that none can cost the others anything."""
